package org.dlcourse.exercise.mistake;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dlcourse.exercise.Evaluation;
import org.dlcourse.exercise.LabelledSamples;
import org.dlcourse.exercise.ModelRun;
import org.dlcourse.exercise.ReluNetwork;
import org.dlcourse.kit.Mistake;

/** Wrong trainings over several epochs, each a correct one with one change. */
public final class ModelRunMistakes {
    private static final double DEFAULT_RATE = .01;

    private ModelRunMistakes() {}

    /** All of them, made from a correct solution. */
    public static List<Mistake<ModelRun>> of(ModelRun right) {
        return List.of(
                planned(
                        right,
                        "training goes on when the validation loss does not fall any more",
                        plan -> new ModelRun.Plan(
                                plan.batchSize(), plan.learningRate(), plan.epochs(), Double.NEGATIVE_INFINITY)),
                new Mistake<>(
                        "training ends after the first epoch, which has no epoch before it to compare with",
                        new Changed(right) {
                            @Override
                            public Trained train(
                                    ReluNetwork start,
                                    LabelledSamples training,
                                    LabelledSamples validation,
                                    Plan plan) {
                                Plan once = new Plan(plan.batchSize(), plan.learningRate(), 1, plan.stopThreshold());
                                return right.train(start, training, validation, once);
                            }
                        }),
                planned(
                        right,
                        "the learning rate is not passed on",
                        plan -> new ModelRun.Plan(plan.batchSize(), DEFAULT_RATE, plan.epochs(), plan.stopThreshold())),
                planned(
                        right,
                        "the batch size is not passed on",
                        plan -> new ModelRun.Plan(1, plan.learningRate(), plan.epochs(), plan.stopThreshold())),
                new Mistake<>("the last epoch is not recorded", new Changed(right) {
                    @Override
                    public Trained train(
                            ReluNetwork start, LabelledSamples training, LabelledSamples validation, Plan plan) {
                        Trained all = right.train(start, training, validation, plan);
                        return new Trained(
                                all.network(),
                                shorter(all.trainingLoss()),
                                shorter(all.validationLoss()),
                                shorter(all.trainingAccuracy()),
                                shorter(all.validationAccuracy()));
                    }
                }),
                new Mistake<>("the validation uses the training set", new Changed(right) {
                    @Override
                    public Trained train(
                            ReluNetwork start, LabelledSamples training, LabelledSamples validation, Plan plan) {
                        return right.train(start, training, training, plan);
                    }
                }),
                new Mistake<>("the network is trained during the test", new Changed(right) {
                    @Override
                    public Evaluation.Measured test(ReluNetwork network, LabelledSamples test, int batchSize) {
                        Trained trained =
                                right.trainWithoutValidation(network, test, new Plan(batchSize, DEFAULT_RATE, 1, 0));
                        return new Evaluation.Measured(trained.trainingLoss()[0], trained.trainingAccuracy()[0]);
                    }
                }));
    }

    private static double[] shorter(double[] curve) {
        return Arrays.copyOf(curve, curve.length - 1);
    }

    private static Mistake<ModelRun> planned(ModelRun right, String cause, UnaryOperator<ModelRun.Plan> plans) {
        return new Mistake<>(cause, new Changed(right) {
            @Override
            public Trained train(ReluNetwork start, LabelledSamples training, LabelledSamples validation, Plan plan) {
                return right.train(start, training, validation, plans.apply(plan));
            }

            @Override
            public Trained trainWithoutValidation(ReluNetwork start, LabelledSamples training, Plan plan) {
                return right.trainWithoutValidation(start, training, plans.apply(plan));
            }
        });
    }

    /** The right solution, of which a mistake changes a part. */
    private abstract static class Changed implements ModelRun {
        private final ModelRun right;

        Changed(ModelRun right) {
            this.right = right;
        }

        @Override
        public Trained train(ReluNetwork start, LabelledSamples training, LabelledSamples validation, Plan plan) {
            return right.train(start, training, validation, plan);
        }

        @Override
        public Trained trainWithoutValidation(ReluNetwork start, LabelledSamples training, Plan plan) {
            return right.trainWithoutValidation(start, training, plan);
        }

        @Override
        public Evaluation.Measured test(ReluNetwork network, LabelledSamples test, int batchSize) {
            return right.test(network, test, batchSize);
        }
    }
}
