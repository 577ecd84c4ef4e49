/** Students' own work: the worker that runs Python hand-ins, in whatever isolates it. */
package org.dlcourse.grading;
