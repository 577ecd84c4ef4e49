/** Handout 3: a two-layer network and back-propagation from matrix primitives. */
package org.dlcourse.homework.fcnet;
