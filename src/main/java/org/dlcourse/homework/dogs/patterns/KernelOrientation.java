package org.dlcourse.homework.dogs.patterns;

/**
 * Orientation of the edges in a kernel by its structure tensor, the mean of the outer products of its gradients.
 *
 * <p>Source: J. Bigun and G. H. Granlund, "Optimal orientation detection of linear symmetry", 1987.
 *
 * @param degrees direction of the edges, from 0 to below 180: 0 horizontal, 90 vertical
 * @param coherence from 0 for gradients in all directions equally to 1 for gradients in a single direction
 */
record KernelOrientation(double degrees, double coherence) {
    private static final double HALF_TURN = 180;

    /** The orientation of a square kernel in C order. */
    static KernelOrientation of(double[] kernel, int side) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int y = 0; y < side - 1; y++) {
            for (int x = 0; x < side - 1; x++) {
                // Gradients at the corners between four weights, so that both directions are treated equally.
                double topLeft = kernel[y * side + x];
                double topRight = kernel[y * side + x + 1];
                double bottomLeft = kernel[(y + 1) * side + x];
                double bottomRight = kernel[(y + 1) * side + x + 1];
                double dx = (topRight + bottomRight - topLeft - bottomLeft) / 2;
                double dy = (bottomLeft + bottomRight - topLeft - topRight) / 2;
                xx += dx * dx;
                xy += dx * dy;
                yy += dy * dy;
            }
        }
        double sum = xx + yy;
        double gradient = Math.toDegrees(Math.atan2(2 * xy, xx - yy) / 2);
        double edges = ((gradient + HALF_TURN / 2) % HALF_TURN + HALF_TURN) % HALF_TURN;
        return new KernelOrientation(edges, sum == 0 ? 0 : Math.hypot(xx - yy, 2 * xy) / sum);
    }

    /** The deviation of the edges from horizontal or vertical, whichever is smaller, in degrees. */
    double deviation() {
        double within = degrees % (HALF_TURN / 2);
        return Math.min(within, HALF_TURN / 2 - within);
    }

    /** Whether the edges are closer to horizontal than to vertical. */
    boolean isHorizontal() {
        return degrees < HALF_TURN / 4 || degrees > 3 * HALF_TURN / 4;
    }
}
