package org.dlcourse.vector;

/** The transforms of {@link WinogradTransform} on vectors of one width. */
interface WinogradKernels {
    /**
     * The inputs' factors of the products: the coefficients of the polynomials that are zero at all points but one.
     *
     * @param start of the first tile's first of eight neighbouring vectors, in floats as all that follows
     * @param step from one tile to the next
     * @param to an array for each product
     * @param toStart of the first tile's factors; the next tile's are the next vectors
     */
    void inputs(float[] from, int start, int step, float[][] to, int toStart, int tiles);

    /**
     * Tiles from their products, with an offset: the values of powers at the points, summed up.
     *
     * @param outputs of a tile, 6, 4 or 2
     * @param from an array for each product
     * @param start of the first tile's products; the next tile's are the next vectors
     * @param toStart of the first tile's first output; all outputs are neighbouring vectors
     */
    void outputs(int outputs, float offset, float[][] from, int start, float[] to, int toStart, int tiles);

    /**
     * The factors of a gradient at the outputs of tiles: the values of its polynomial at the points, which is the outputs' transform
     * transposed.
     *
     * @param outputs of a tile, 6, 4 or 2
     * @param start of the first tile's first of neighbouring vectors
     * @param to an array for each product
     * @param toStart of the first tile's factors
     * @param toStep from there to the next tile's
     */
    void gradients(int outputs, float[] from, int start, float[][] to, int toStart, int toStep, int tiles);
}
