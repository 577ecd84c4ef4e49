package org.dlcourse.exercise.submitted;

import java.util.List;
import org.dlcourse.exercise.Convolution1d;
import org.dlcourse.exercise.Convolution2d;
import org.dlcourse.exercise.ConvolutionOutputSize;
import org.dlcourse.exercise.ConvolutionalDogModel;
import org.dlcourse.exercise.EpochTraining;
import org.dlcourse.exercise.Evaluation;
import org.dlcourse.exercise.GradientFromWeights;
import org.dlcourse.exercise.ModelRun;
import org.dlcourse.exercise.MomentumStep;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.exercise.PerceptronConstruction;
import org.dlcourse.exercise.PerceptronDogModel;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerTraining;
import org.dlcourse.grading.ExerciseProvider;
import org.dlcourse.grading.SubmittedExercise;

/** The exercises of the five handouts that students hand in as code in Python. */
public final class HandoutExercises implements ExerciseProvider {
    @Override
    public List<SubmittedExercise<?>> exercises() {
        return List.of(
                new SubmittedExercise<>(
                        Convolution2d.class, SubmittedConvolution2d.TARGET, SubmittedConvolution2d::new),
                new SubmittedExercise<>(
                        Convolution1d.class, SubmittedConvolution1d.TARGET, SubmittedConvolution1d::new),
                new SubmittedExercise<>(
                        TwoLayerNetwork.class, SubmittedTwoLayerNetwork.TARGET, SubmittedTwoLayerNetwork::new),
                new SubmittedExercise<>(
                        TwoLayerTraining.class, SubmittedTwoLayerTraining.TARGET, SubmittedTwoLayerTraining::new),
                new SubmittedExercise<>(MomentumStep.class, SubmittedMomentumStep.TARGET, SubmittedMomentumStep::new),
                new SubmittedExercise<>(
                        ParameterCount.class, SubmittedParameterCount.TARGET, SubmittedParameterCount::new),
                new SubmittedExercise<>(
                        ConvolutionOutputSize.class, SubmittedOutputSize.TARGET, SubmittedOutputSize::new),
                new SubmittedExercise<>(
                        GradientFromWeights.class,
                        SubmittedGradientFromWeights.TARGET,
                        SubmittedGradientFromWeights::new),
                new SubmittedExercise<>(
                        PerceptronConstruction.class, SubmittedPerceptrons.TARGET, SubmittedPerceptrons::new),
                new SubmittedExercise<>(
                        EpochTraining.class, SubmittedEpochTraining.TARGET, SubmittedEpochTraining::new),
                new SubmittedExercise<>(Evaluation.class, SubmittedEvaluation.TARGET, SubmittedEvaluation::new),
                new SubmittedExercise<>(ModelRun.class, SubmittedModelRun.TARGET, SubmittedModelRun::new),
                new SubmittedExercise<>(
                        PerceptronDogModel.class, SubmittedDogModel.PERCEPTRON, SubmittedDogModel::perceptron),
                new SubmittedExercise<>(
                        ConvolutionalDogModel.class,
                        SubmittedDogModel.CONVOLUTIONAL,
                        SubmittedDogModel::convolutional));
    }
}
