/** Part 3: five architectures trained and compared. */
package org.dlcourse.homework.ann.architectures;
