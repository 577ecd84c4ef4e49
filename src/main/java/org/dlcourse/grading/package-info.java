/** Students' own work: found, run in a sandbox by a worker, and given to the tests as solutions. */
package org.dlcourse.grading;
