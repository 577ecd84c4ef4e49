/** Many submissions graded at once: a process each, with points, feedback and pages for each and for the class. */
package org.dlcourse.batch;
