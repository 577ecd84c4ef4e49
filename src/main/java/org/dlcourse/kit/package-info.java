/** What tests of requirements use beside the report: known mistakes, gradient checks, chance levels, captions,
 * conditions, processes. */
package org.dlcourse.kit;
