package org.dlcourse.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dlcourse.kit.LocalImage;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;

/** PyTorch in a container of its own, in which nothing of students ever runs. */
final class PytorchOracle implements AutoCloseable {
    private static final String PROGRAM = "pytorch_oracle.py";
    private static final long MEMORY = 2L << 30;

    private final GenericContainer<?> container;

    private PytorchOracle(GenericContainer<?> container) {
        this.container = container;
    }

    /**
     * What PyTorch is asked.
     *
     * @param operation a function of the program
     * @param arrays its arguments by their names, all in double precision
     */
    record Question(String operation, Map<String, Values> arrays) {
        INDArray array(String name) {
            return Nd4j.createFromArray(arrays.get(name).values())
                    .reshape('c', arrays.get(name).shape());
        }

        double number(String name) {
            return arrays.get(name).values()[0];
        }

        @Override
        public String toString() {
            return operation + " of " + arrays;
        }
    }

    /**
     * An array.
     *
     * @param shape lengths of its dimensions; none for a number
     * @param values in C order
     */
    record Values(long[] shape, double[] values) {
        static Values of(INDArray array) {
            return new Values(array.shape(), array.dup('c').data().asDouble());
        }

        static Values of(double number) {
            return new Values(new long[0], new double[] {number});
        }

        @Override
        public String toString() {
            return values.length == 1 ? Double.toString(values[0]) : Arrays.toString(shape);
        }
    }

    /** Starts it; the test ends as skipped where there is no daemon of Docker or no image. */
    static PytorchOracle start() throws IOException {
        GenericContainer<?> container =
                new LocalImage("python-torch", "dl-course-worker-python-torch").container(MEMORY);
        container.start();
        try (InputStream program = PytorchOracle.class.getResourceAsStream(PROGRAM)) {
            container.copyFileToContainer(Transferable.of(program.readAllBytes()), "/tmp/" + PROGRAM);
        }
        return new PytorchOracle(container);
    }

    /** What PyTorch computes, by the arrays' names, for each question. */
    List<Map<String, Values>> answers(List<Question> questions) throws Exception {
        ObjectMapper json = new ObjectMapper();
        container.copyFileToContainer(Transferable.of(json.writeValueAsBytes(questions)), "/tmp/questions.json");
        ExecResult result = container.execInContainer(
                "python3", "-I", "/tmp/" + PROGRAM, "/tmp/questions.json", "/tmp/answers.json");
        assertThat(result.getExitCode()).as(result.getStderr()).isZero();
        return container.copyFileFromContainer(
                "/tmp/answers.json",
                answers -> json.readValue(answers, new TypeReference<List<Map<String, Values>>>() {}));
    }

    @Override
    public void close() {
        container.stop();
    }
}
