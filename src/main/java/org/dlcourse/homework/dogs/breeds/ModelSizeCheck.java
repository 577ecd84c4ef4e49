package org.dlcourse.homework.dogs.breeds;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.dlcourse.exercise.DogModel;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.kit.Mistake;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * The check of a network's weights, biases and the shape of its outputs.
 *
 * @param check compares them
 */
record ModelSizeCheck(ExerciseCheck<DogModel> check) {
    private static final int IMAGES = 3;
    private static final int BREEDS = DogWeights.BREEDS_OF_HANDOUT;

    /** Of 12288-128-64-10. */
    static ModelSizeCheck ofPerceptron() {
        return of(
                1_581_696,
                202,
                List.of(
                        mistake("one of the three colour channels is used", 533_120, 202, IMAGES, BREEDS),
                        mistake(
                                "the three colour channels are forgotten: each counts as an image",
                                533_120,
                                202,
                                3 * IMAGES,
                                BREEDS),
                        mistake("the layers have no biases", 1_581_696, 0, IMAGES, BREEDS),
                        mistake("the second hidden layer is missing", 12_288 * 128 + 128 * 10, 138, IMAGES, BREEDS),
                        mistake("there is one output and not one for each breed", 1_581_120, 193, IMAGES, 1),
                        mistake("all images give one row of outputs", 1_581_696, 202, 1, BREEDS),
                        mistake("the outputs lack the batch dimension", 1_581_696, 202, BREEDS)));
    }

    /** Of 16 and 32 filters of 5 x 5 and an output layer of 13 x 13 x 32 inputs. */
    static ModelSizeCheck ofConvolutional() {
        return of(
                68_080,
                58,
                List.of(
                        mistake("the image has one colour channel", 67_280, 58, IMAGES, BREEDS),
                        mistake("the layers have no biases", 68_080, 0, IMAGES, BREEDS),
                        mistake("the numbers of filters are 32 and 16", 2_400 + 12_800 + 27_040, 58, IMAGES, BREEDS),
                        mistake("nothing is pooled: 56 x 56 positions are left", 1_017_520, 58, IMAGES, BREEDS),
                        mistake("there is one output and not one for each breed", 19_408, 49, IMAGES, 1),
                        mistake("all images give one row of outputs", 68_080, 58, 1, BREEDS),
                        mistake("the outputs lack the batch dimension", 68_080, 58, BREEDS)));
    }

    private static ModelSizeCheck of(long weights, long biases, List<Mistake<DogModel>> mistakes) {
        return new ModelSizeCheck(new ExerciseCheck<>(
                mistakes, ModelSizeCheck::numbers, numbers(sized(weights, biases, IMAGES, BREEDS)), 0));
    }

    private static Mistake<DogModel> mistake(String cause, long weights, long biases, Integer... outputs) {
        return new Mistake<>(cause, sized(weights, biases, outputs));
    }

    private static DogModel sized(long weights, long biases, Integer... outputs) {
        return images -> new DogModel.Size(weights, biases, List.of(outputs));
    }

    private static double[] numbers(DogModel model) {
        DogModel.Size size = model.size(IMAGES);
        return LongStream.concat(
                        LongStream.of(size.weights(), size.biases()),
                        size.outputs().stream().mapToLong(Integer::longValue))
                .asDoubleStream()
                .toArray();
    }

    /** Judges a network. */
    void of(Evidence evidence, DogModel model) {
        check.prove(evidence, "by parameters and outputs");
        check.check(
                evidence,
                "weights, biases and shape of the outputs for " + IMAGES + " images: relative difference",
                model,
                EvidenceKind.EXACT,
                String.format(
                        Locale.ROOT,
                        "integers are compared: %,.0f weights, %,.0f biases, outputs of the shape [%d, %d]",
                        check.expected()[0],
                        check.expected()[1],
                        IMAGES,
                        BREEDS));
    }
}
