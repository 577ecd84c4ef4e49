package org.dlcourse.homework.conv;

import java.util.Arrays;
import java.util.Optional;
import org.dlcourse.exercise.Convolution1d;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a solution computes of a one-dimensional convolution, each of which may be right or wrong by itself. */
enum Convolution1dQuantity {
    OUTPUT("output") {
        @Override
        INDArray of(Convolution1dCase one, Convolution1d solution) {
            return one.outputOf(solution);
        }

        @Override
        INDArray expected(Convolution1dCase one) {
            return one.output();
        }
    },
    INPUT("gradient of the input") {
        @Override
        INDArray of(Convolution1dCase one, Convolution1d solution) {
            return one.gradientsOf(solution).input();
        }

        @Override
        INDArray expected(Convolution1dCase one) {
            return one.gradients().input();
        }
    },
    WEIGHTS("gradient of the weights") {
        @Override
        INDArray of(Convolution1dCase one, Convolution1d solution) {
            return one.gradientsOf(solution).weights();
        }

        @Override
        INDArray expected(Convolution1dCase one) {
            return one.gradients().weights();
        }
    },
    BIAS("gradient of the bias") {
        @Override
        INDArray of(Convolution1dCase one, Convolution1d solution) {
            return one.gradientsOf(solution).bias();
        }

        @Override
        INDArray expected(Convolution1dCase one) {
            return one.gradients().bias();
        }
    };

    private final String words;

    Convolution1dQuantity(String words) {
        this.words = words;
    }

    /** By a solution. */
    abstract INDArray of(Convolution1dCase one, Convolution1d solution);

    /** As it must be. */
    abstract INDArray expected(Convolution1dCase one);

    /** The largest difference divided by the largest expected value; infinite if the shapes differ. */
    double error(Convolution1dCase one, Convolution1d solution) {
        return Convolution1dErrors.relativeError(of(one, solution), expected(one));
    }

    /** A sentence on the shape if it is not the expected one. */
    Optional<String> wrongShape(Convolution1dCase one, Convolution1d solution) {
        long[] actual = of(one, solution).shape();
        long[] expected = expected(one).shape();
        return Arrays.equals(actual, expected)
                ? Optional.empty()
                : Optional.of("The " + this + " has the wrong shape " + Arrays.toString(actual) + ", expected "
                        + Arrays.toString(expected) + ", for an input of "
                        + Arrays.toString(one.input().shape())
                        + ", weights of " + Arrays.toString(one.weights().shape()) + " and the stride " + one.stride()
                        + ".");
    }

    /** As the catalogue's criteria name it. */
    @Override
    public String toString() {
        return words;
    }
}
