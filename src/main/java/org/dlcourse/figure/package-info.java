/** Figures of data as PNG and SVG: curves with bands, points, image grids, heat maps; tables and formulas. */
package org.dlcourse.figure;
