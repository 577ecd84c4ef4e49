package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real worker, asked in frames from Java, and its own tests in Python. */
@Timeout(600)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the worker runs on Linux, as the sandboxes do")
class PythonWorkerIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] MAGIC = "DLFRAME1".getBytes(StandardCharsets.US_ASCII);
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    private Path folder;

    private Process worker;

    private record Reply(JsonNode header, byte[] payload) {}

    @BeforeEach
    void needsNumPy() throws Exception {
        if (!Files.isExecutable(Path.of(PYTHON)) || run(List.of(PYTHON, "-I", "-c", "import numpy")).status != 0) {
            abort(PYTHON + " with NumPy is needed: apt-get install python3-numpy");
        }
    }

    @AfterEach
    void endWorker() throws InterruptedException {
        if (worker != null) {
            worker.destroyForcibly().waitFor();
        }
    }

    @Test
    void testsInPythonPass() throws Exception {
        Run tests = run(List.of(PYTHON, "-B", "-m", "unittest", "discover", "-s", "src/test/python"));

        assertThat(tests.status).as(tests.output).isZero();
        assertThat(tests.output).containsPattern("Ran \\d{3} tests");
    }

    @Test
    void functionIsFoundAndCalled() throws Exception {
        Path submission = Files.createDirectory(folder.resolve("submission"));
        Files.writeString(submission.resolve("hw1.py"), """
                import numpy as np
                from utils import part2Plots
                input = np.load('samples_3.npy')

                def twice(x):
                    print('called')
                    return 2 * x

                part2Plots(twice(input))
                """);
        start();

        assertThat(ask("{'type':'hello','id':1,'nonce':'a','submission':'" + submission + "'}")
                        .header
                        .path("worker")
                        .asText())
                .startsWith("python 3.");
        JsonNode found = ask("{'type':'find','id':2,'nonce':'b','target':'twice','kind':'function'}").header;
        assertThat(found.path("type").asText()).as(found.toString()).isEqualTo("found");
        assertThat(found.path("how").asText()).isEqualTo("extracted");
        assertThat(found.path("file").asText() + ":" + found.path("line").asInt())
                .isEqualTo("hw1.py:5");
        Reply reply = ask(
                "{'type':'case','id':3,'nonce':'c','seconds':5,'return':['r'],'arrays':[{'name':'x','bytes':"
                        + npy(1.5).length
                        + "}],'steps':[{'do':'call','target':'twice','arguments':[{'array':'x'}],'as':'r'}]}",
                npy(1.5));
        assertThat(reply.header.path("type").asText())
                .as(reply.header.toString())
                .isEqualTo("result");
        assertThat(reply.header.path("printed").asText()).isEqualTo("called\n");
        assertThat(ByteBuffer.wrap(reply.payload)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getDouble(reply.payload.length - Double.BYTES))
                .isEqualTo(3);
    }

    @Test
    void workerEndsWithItsInput() throws Exception {
        start();

        worker.getOutputStream().close();

        assertThat(worker.waitFor()).isZero();
    }

    private void start() throws IOException {
        Path program = Files.createDirectory(folder.resolve("program"));
        PythonWorker.copyTo(program);
        worker = new ProcessBuilder(
                        PYTHON, "-I", program.resolve(PythonWorker.ENTRY).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Reply ask(String header, byte... payload) throws IOException {
        byte[] text = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        DataOutputStream out = new DataOutputStream(worker.getOutputStream());
        out.write(MAGIC);
        out.writeInt(text.length);
        out.writeLong(payload.length);
        out.write(text);
        out.write(payload);
        out.flush();
        DataInputStream in = new DataInputStream(worker.getInputStream());
        assertThat(in.readNBytes(MAGIC.length)).isEqualTo(MAGIC);
        int headerLength = in.readInt();
        long payloadLength = in.readLong();
        JsonNode answer = JSON.readTree(in.readNBytes(headerLength));
        assertThat(answer.path("nonce")).isEqualTo(((ObjectNode) JSON.readTree(text)).path("nonce"));
        return new Reply(answer, in.readNBytes((int) payloadLength));
    }

    /** An array of no dimensions. */
    private static byte[] npy(double number) {
        byte[] header = "{'descr': '<f8', 'fortran_order': False, 'shape': (), }\n".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + header.length + Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) header.length)
                .put(header)
                .putDouble(number)
                .array();
    }

    private record Run(int status, String output) {}

    private static Run run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
