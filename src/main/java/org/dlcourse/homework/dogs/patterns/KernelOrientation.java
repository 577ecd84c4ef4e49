package org.dlcourse.homework.dogs.patterns;

/**
 * Which way a kernel's edges run, from its structure tensor: the mean of the outer products of its gradients.
 *
 * <p>Source: J. Bigun and G. H. Granlund, "Optimal orientation detection of linear symmetry", 1987.
 *
 * @param degrees direction of the edges: 0 level, 90 upright; from 0 to below 180
 * @param coherence from 0, gradients in all directions alike, to 1, all in one
 */
record KernelOrientation(double degrees, double coherence) {
    private static final double HALF_TURN = 180;

    /** Of a square kernel in C order. */
    static KernelOrientation of(double[] kernel, int side) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int y = 0; y < side - 1; y++) {
            for (int x = 0; x < side - 1; x++) {
                // Gradients at the corners between four weights, so that both directions are seen alike.
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

    /** How far the edges are from level or upright, whichever is nearer, in degrees. */
    double offAxis() {
        double within = degrees % (HALF_TURN / 2);
        return Math.min(within, HALF_TURN / 2 - within);
    }

    /** Whether the edges are nearer to level than to upright. */
    boolean isLevel() {
        return degrees < HALF_TURN / 4 || degrees > 3 * HALF_TURN / 4;
    }
}
