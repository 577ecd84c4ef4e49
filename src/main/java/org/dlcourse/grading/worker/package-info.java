/** The program that compiles and runs a student's code in Java; it runs in the sandbox and uses no other package. */
package org.dlcourse.grading.worker;
