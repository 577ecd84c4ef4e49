/** Recorded requirements: what they showed, by which runs, made where; and how other runs compare with them. */
package org.dlcourse.reference;
