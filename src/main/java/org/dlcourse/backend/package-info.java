/** What computes: ND4J's backend, started once, fast and checked, on a CPU or on GPUs. */
package org.dlcourse.backend;
