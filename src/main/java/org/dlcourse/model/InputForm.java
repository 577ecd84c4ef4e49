package org.dlcourse.model;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What an architecture makes of its examples' features before its first layer. */
public enum InputForm {
    /** All values of an example in a row: [examples, values]. */
    VECTORS {
        @Override
        InputType type(Shape shape) {
            return InputType.feedForward(shape.size());
        }

        @Override
        Shape shape(Shape input) {
            return Shape.flat(Math.toIntExact(input.size()));
        }

        @Override
        public INDArray of(INDArray images) {
            return images.reshape(images.size(0), -1);
        }
    },
    /** As they are: [examples, channels, height, width]. */
    IMAGES {
        @Override
        InputType type(Shape shape) {
            return InputType.convolutional(shape.height(), shape.width(), shape.channels());
        }

        @Override
        Shape shape(Shape input) {
            return input;
        }

        @Override
        public INDArray of(INDArray images) {
            return images;
        }
    },
    /** Rows as steps, from top to bottom: [examples, channels times width, height]. */
    SEQUENCES {
        @Override
        InputType type(Shape shape) {
            return InputType.recurrent((long) shape.channels() * shape.width(), shape.height());
        }

        @Override
        Shape shape(Shape input) {
            return new Shape(input.channels() * input.width(), input.height(), 1);
        }

        @Override
        public INDArray of(INDArray images) {
            return images.permute(0, 1, 3, 2).dup('c').reshape('c', images.size(0), -1, images.size(2));
        }
    };

    /** What DL4J calls inputs of this shape. */
    abstract InputType type(Shape shape);

    /** The shape of an example of the architecture's input shape. */
    abstract Shape shape(Shape input);

    /**
     * Features in this form.
     *
     * @param images [examples, channels, height, width]
     * @return shaped as each form says; shares its values with the images where their order stays
     */
    public abstract INDArray of(INDArray images);
}
