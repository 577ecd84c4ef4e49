package org.dlcourse.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The widths of a vector register, in floats, with the kernels for each.
 *
 * <p>Java's compiler keeps vectors in registers only where it knows their width when it compiles. So each kernel is written once,
 * with its species as a constant, and its class is loaded once for each width.
 */
enum Lanes {
    FOUR(FloatVector.SPECIES_128),
    EIGHT(FloatVector.SPECIES_256),
    SIXTEEN(FloatVector.SPECIES_512);

    private final int count;
    private final SumKernels sums;
    private final WinogradKernels winograd;
    private final GradientKernels gradients;
    private final MaskKernels masks;

    Lanes(VectorSpecies<Float> species) {
        this.count = species.length();
        this.sums = (SumKernels) load(VectorSumKernels.class.getSimpleName(), species);
        this.winograd = (WinogradKernels) load(VectorWinogradKernels.class.getSimpleName(), species);
        this.gradients = (GradientKernels) load(VectorGradientKernels.class.getSimpleName(), species);
        this.masks = (MaskKernels) load(VectorMaskKernels.class.getSimpleName(), species);
    }

    /** The width of this many floats: 4, 8 or 16. */
    static Lanes of(int count) {
        for (Lanes lanes : values()) {
            if (lanes.count == count) {
                return lanes;
            }
        }
        throw new IllegalArgumentException("There are vectors of 4, 8 and 16 floats, not of " + count + ".");
    }

    /** How many floats a vector holds, each of another image. */
    int count() {
        return count;
    }

    SumKernels sums() {
        return sums;
    }

    WinogradKernels winograd() {
        return winograd;
    }

    GradientKernels gradients() {
        return gradients;
    }

    MaskKernels masks() {
        return masks;
    }

    private static Object load(String kernels, VectorSpecies<Float> species) {
        try (InputStream code = Lanes.class.getResourceAsStream(kernels + ".class")) {
            return MethodHandles.lookup()
                    .defineHiddenClassWithClassData(code.readAllBytes(), species, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException("The class file of " + kernels + " cannot be read.", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(kernels + " cannot be loaded for " + species + ".", e);
        }
    }

    /** The species that a class of kernels was loaded for. */
    @SuppressWarnings("unchecked")
    static VectorSpecies<Float> speciesOf(MethodHandles.Lookup kernels) {
        try {
            return MethodHandles.classData(kernels, ConstantDescs.DEFAULT_NAME, VectorSpecies.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(kernels + " is not allowed to read what it was loaded for.", e);
        }
    }
}
