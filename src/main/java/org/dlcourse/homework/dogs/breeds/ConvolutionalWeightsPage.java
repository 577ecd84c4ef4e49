package org.dlcourse.homework.dogs.breeds;

import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-8: the weights of the convolutional network.
 *
 * @param handout weights of the handout's network
 * @param set weights of the network for the breeds of this run's set
 */
record ConvolutionalWeightsPage(DogWeights handout, DogWeights set) {
    void show(Evidence evidence) {
        evidence.answer(
                "How many weights does the network have?",
                "Kernels of 5 x 5 that move by 2: 64 pixels become 30 and then 13. " + handout.convolutionalByHand()
                        + ": a kernel's weights are shared by all its places and count once, whatever the size of the picture."
                        + " The handout's answer counts places.");
        evidence.answer(
                "Why these kernels and strides?",
                "5 x 5 pixels hold an eye or a nose at this size; a stride of 2 does what pooling would, so that the second layer's"
                        + " units see 13 pixels and the prediction layer is left with 5,408 inputs in place of 12,288.");
        evidence.table(new Dl4jParameters(DogNetworks.convolutional(handout.breeds())).layers());
        if (set.breeds() != handout.breeds()) {
            evidence.answer("And with this set's breeds?", set.difference(set.convolutionalByHand(), "DOGS-9"));
        }
    }

    void check(Evidence evidence) {
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
