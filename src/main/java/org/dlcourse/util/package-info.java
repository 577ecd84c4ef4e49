/** Digests, seeded random numbers and files that are written whole or not at all. */
package org.dlcourse.util;
