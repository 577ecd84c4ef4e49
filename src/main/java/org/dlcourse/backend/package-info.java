/** What computes: ND4J's backend, started once, fast and checked. */
package org.dlcourse.backend;
