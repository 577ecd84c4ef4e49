/** Recorded runs, trained again and compared. */
package org.dlcourse.verification;
