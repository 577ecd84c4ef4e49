/** What changed between two runs, read from their reports. */
package org.dlcourse.comparison;
