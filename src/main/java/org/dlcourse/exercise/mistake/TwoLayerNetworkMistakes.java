package org.dlcourse.exercise.mistake;

import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.kit.Mistake;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Wrong two-layer networks, each a correct one with one change. */
public final class TwoLayerNetworkMistakes {
    /** By which a score is lowered whose exponential must be 0. */
    private static final double UNREACHED = 1e6;

    private TwoLayerNetworkMistakes() {}

    /** Wrong losses. */
    public static List<Mistake<TwoLayerNetwork>> ofLoss(TwoLayerNetwork right) {
        return List.of(
                halfPenalty(right),
                fixedPenalty(right),
                regularisedBiases(right),
                classesOfLabels(right),
                new Mistake<>("the cross-entropy is summed over the samples and not averaged", new Changed(right) {
                    @Override
                    public LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty) {
                        LossAndGradients loss = right.loss(parameters, inputs, labels, penalty);
                        double crossEntropy =
                                right.loss(parameters, inputs, labels, 0).loss();
                        return new LossAndGradients(loss.loss() + (labels.length - 1) * crossEntropy, loss.gradients());
                    }
                }));
    }

    /** Wrong gradients, some with a wrong loss. */
    public static List<Mistake<TwoLayerNetwork>> ofGradients(TwoLayerNetwork right) {
        return List.of(
                halfPenalty(right),
                fixedPenalty(right),
                regularisedBiases(right),
                classesOfLabels(right),
                new Mistake<>("the gradient of the penalty lacks its factor 2", new Changed(right) {
                    @Override
                    public LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty) {
                        return new LossAndGradients(
                                right.loss(parameters, inputs, labels, penalty).loss(),
                                right.loss(parameters, inputs, labels, penalty / 2)
                                        .gradients());
                    }
                }),
                new Mistake<>("the gradients are summed over the samples and not averaged", new Changed(right) {
                    @Override
                    public LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty) {
                        // Dividing the penalty first leaves its gradient unchanged by the multiplication.
                        Parameters gradients = right.loss(parameters, inputs, labels, penalty / labels.length)
                                .gradients();
                        return new LossAndGradients(
                                right.loss(parameters, inputs, labels, penalty).loss(),
                                new Parameters(
                                        gradients.hiddenWeights().mul(labels.length),
                                        gradients.hiddenBias().mul(labels.length),
                                        gradients.outputWeights().mul(labels.length),
                                        gradients.outputBias().mul(labels.length)));
                    }
                }),
                new Mistake<>(
                        "the derivative of ReLU is missing: inactive units pass the gradient too",
                        new UngatedRelu(right)));
    }

    private static Mistake<TwoLayerNetwork> halfPenalty(TwoLayerNetwork right) {
        return new Mistake<>("the penalty has a factor 1/2", new Changed(right) {
            @Override
            public LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty) {
                return right.loss(parameters, inputs, labels, penalty / 2);
            }
        });
    }

    private static Mistake<TwoLayerNetwork> fixedPenalty(TwoLayerNetwork right) {
        return new Mistake<>(
                "the penalty's factor is fixed at 0.05, and not the one that is given", new Changed(right) {
                    @Override
                    public LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty) {
                        return right.loss(parameters, inputs, labels, .05);
                    }
                });
    }

    private static Mistake<TwoLayerNetwork> classesOfLabels(TwoLayerNetwork right) {
        return new Mistake<>("the number of classes is taken from the labels, y.max() + 1", new Changed(right) {
            @Override
            public LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty) {
                int classes = IntStream.of(labels).max().orElseThrow() + 1;
                // A class with a very low score has the probability 0, and no gradient passes through it.
                INDArray bias = parameters.outputBias().dup('c');
                for (long c = classes; c < bias.length(); c++) {
                    bias.putScalar(c, bias.getDouble(c) - UNREACHED);
                }
                return right.loss(
                        new Parameters(
                                parameters.hiddenWeights(), parameters.hiddenBias(), parameters.outputWeights(), bias),
                        inputs,
                        labels,
                        penalty);
            }
        });
    }

    private static Mistake<TwoLayerNetwork> regularisedBiases(TwoLayerNetwork right) {
        return new Mistake<>("the biases are regularised too", new Changed(right) {
            @Override
            public LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty) {
                LossAndGradients loss = right.loss(parameters, inputs, labels, penalty);
                Parameters gradients = loss.gradients();
                return new LossAndGradients(
                        loss.loss() + penalty * (squares(parameters.hiddenBias()) + squares(parameters.outputBias())),
                        new Parameters(
                                gradients.hiddenWeights(),
                                gradients
                                        .hiddenBias()
                                        .add(parameters.hiddenBias().mul(2 * penalty)),
                                gradients.outputWeights(),
                                gradients
                                        .outputBias()
                                        .add(parameters.outputBias().mul(2 * penalty))));
            }
        });
    }

    /** Wrong probabilities. */
    public static List<Mistake<TwoLayerNetwork>> ofProbabilities(TwoLayerNetwork right) {
        return List.of(
                new Mistake<>("the softmax is missing: the scores are returned", new Changed(right) {
                    @Override
                    public INDArray probabilities(Parameters parameters, INDArray inputs) {
                        return scores(parameters, inputs, true);
                    }
                }),
                new Mistake<>("the softmax runs over the samples and not over the classes", new Changed(right) {
                    @Override
                    public INDArray probabilities(Parameters parameters, INDArray inputs) {
                        INDArray exponentials = Transforms.exp(scores(parameters, inputs, true), false);
                        return exponentials.divRowVector(exponentials.sum(0));
                    }
                }),
                new Mistake<>("the ReLU is missing", new Changed(right) {
                    @Override
                    public INDArray probabilities(Parameters parameters, INDArray inputs) {
                        INDArray exponentials = Transforms.exp(scores(parameters, inputs, false), false);
                        return exponentials.divColumnVector(exponentials.sum(true, 1));
                    }
                }),
                new Mistake<>("the scores are normalised to a sum of 1 without the exponential", new Changed(right) {
                    @Override
                    public INDArray probabilities(Parameters parameters, INDArray inputs) {
                        INDArray scores = scores(parameters, inputs, true);
                        return scores.divColumnVector(scores.sum(true, 1));
                    }
                }));
    }

    /** Probabilities that are NaN where the exponentials of the scores overflow. */
    public static Mistake<TwoLayerNetwork> overflow(TwoLayerNetwork right) {
        return new Mistake<>(
                "the exponentials overflow, since the largest score is not subtracted before the softmax",
                new Changed(right) {
                    @Override
                    public INDArray probabilities(Parameters parameters, INDArray inputs) {
                        INDArray exponentials = Transforms.exp(scores(parameters, inputs, true), false);
                        return exponentials.divColumnVector(exponentials.sum(true, 1));
                    }
                });
    }

    private static INDArray scores(Parameters parameters, INDArray inputs, boolean withRelu) {
        INDArray hidden = inputs.mmul(parameters.hiddenWeights()).addiRowVector(parameters.hiddenBias());
        return (withRelu ? Transforms.max(hidden, 0) : hidden)
                .mmul(parameters.outputWeights())
                .addiRowVector(parameters.outputBias());
    }

    private static double squares(INDArray array) {
        return array.mul(array).sumNumber().doubleValue();
    }

    private static final class UngatedRelu extends Changed {
        UngatedRelu(TwoLayerNetwork right) {
            super(right);
        }

        @Override
        public LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty) {
            LossAndGradients loss = right.loss(parameters, inputs, labels, penalty);
            INDArray scoresGradient = right.probabilities(parameters, inputs);
            for (int i = 0; i < labels.length; i++) {
                scoresGradient.putScalar(i, labels[i], scoresGradient.getDouble(i, labels[i]) - 1);
            }
            scoresGradient.divi(labels.length);
            INDArray hiddenGradient =
                    scoresGradient.mmul(parameters.outputWeights().transpose());
            return new LossAndGradients(
                    loss.loss(),
                    new Parameters(
                            inputs.transpose()
                                    .mmul(hiddenGradient)
                                    .addi(parameters.hiddenWeights().mul(2 * penalty)),
                            hiddenGradient.sum(0),
                            loss.gradients().outputWeights(),
                            loss.gradients().outputBias()));
        }
    }

    private abstract static class Changed implements TwoLayerNetwork {
        final TwoLayerNetwork right;

        Changed(TwoLayerNetwork right) {
            this.right = right;
        }

        @Override
        public INDArray probabilities(Parameters parameters, INDArray inputs) {
            return right.probabilities(parameters, inputs);
        }

        @Override
        public LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty) {
            return right.loss(parameters, inputs, labels, penalty);
        }
    }
}
