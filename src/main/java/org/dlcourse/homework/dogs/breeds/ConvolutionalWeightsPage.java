package org.dlcourse.homework.dogs.breeds;

import java.util.Locale;
import java.util.Optional;
import org.dlcourse.exercise.DogModel;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-8: the weights of the convolutional network.
 *
 * @param handout weights of the network for the handout's breeds
 * @param set weights of the network for the breeds of this run's data set
 * @param model the network as an object, if there is one
 */
record ConvolutionalWeightsPage(DogWeights handout, DogWeights set, Optional<DogModel> model) {
    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "The network has %,d weights and %,d biases by formula; with both, DL4J counts %,d parameters.",
                handout.ofConvolutional(),
                handout.biasesOfConvolutional(),
                new Dl4jParameters(DogNetworks.convolutional(handout.breeds())).count()));
        evidence.answer(
                "How many weights does the network have?",
                "With kernels of 5 x 5 and a stride of 2, 64 pixels become 30 and then 13. The network has "
                        + handout.convolutionalByHand()
                        + ". A kernel's weights are shared by all its positions and count once, whatever the size of the"
                        + " image.");
        evidence.erratum(
                "The published solution counts 16 x 64 x 64 + 32 x 30 x 30 + 5,408 = 99,744 weights.",
                String.format(
                        Locale.ROOT,
                        "It counts the positions of the kernels in place of their weights. The first layer's 16 kernels of 5 x 5 x 3 have"
                                + " 1,200 weights at any size of the image, and not 65,536; in this network the formula gives %,d"
                                + " weights, as many as DL4J counts.",
                        handout.ofConvolutional()));
        evidence.answer(
                "Why these kernels and strides?",
                "A stride of 2 roughly halves height and width as pooling would. So a unit of the second layer has a receptive field of"
                        + " 13 x 13 pixels, and the output layer has 5,408 inputs instead of an image's 12,288.");
        evidence.table(new Dl4jParameters(DogNetworks.convolutional(handout.breeds())).layers());
        if (set.breeds() != handout.breeds()) {
            evidence.answer(
                    "How many weights has the network for this run's data set?",
                    set.difference(set.convolutionalByHand(), "DOGS-9"));
        }
    }

    void check(Evidence evidence) {
        model.ifPresent(one -> ModelSizeCheck.ofConvolutional().of(evidence, one));
        evidence.check(
                "weights by formula",
                handout.ofConvolutional(),
                Bound.exactly(1_200 + 12_800 + 54_080),
                EvidenceKind.EXACT,
                "by hand");
        checkDl4j(evidence, handout);
        if (set.breeds() != handout.breeds()) {
            checkDl4j(evidence, set);
        }
    }

    private static void checkDl4j(Evidence evidence, DogWeights weights) {
        new Dl4jParameters(DogNetworks.convolutional(weights.breeds()))
                .check(evidence, weights.breeds(), weights.ofConvolutional() + weights.biasesOfConvolutional());
    }
}
