/** Digests, seeded random numbers, files that are written whole or not at all, Java processes, and what the console shows. */
package org.dlcourse.util;
