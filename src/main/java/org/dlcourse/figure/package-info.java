/** Figures drawn from data: curves with bands, points, image grids; as PNG and as SVG. */
package org.dlcourse.figure;
