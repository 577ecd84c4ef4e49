/** What a student writes by hand, as small interfaces. */
package org.dlcourse.exercise;
