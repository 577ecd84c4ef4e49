/** Handout 4: momentum by hand, a one-dimensional convolution layer, and a competition. */
package org.dlcourse.homework.conv;
