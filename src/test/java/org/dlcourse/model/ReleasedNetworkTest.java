package org.dlcourse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

class ReleasedNetworkTest {
    private static final Architecture PERCEPTRON =
            new Architecture("perceptron", new Shape(1, 2, 2), List.of(new FullyConnected(3, true)));

    private final NetworkFactory networks = new NetworkFactory(new Adam(0.1), Initialisation.PYTORCH, DataType.FLOAT);

    @Test
    void closeFreesTheArraysOfATrainedNetwork() {
        MultiLayerNetwork network = networks.create(PERCEPTRON, 1);
        network.fit(new DataSet(Nd4j.ones(2, 4), Nd4j.eye(3).getRows(0, 1)));
        List<DataBuffer> buffers =
                buffers(network.getLayer(0).getParam("W"), network.getFlattenedGradients(), network.updaterState());

        network.close();

        assertThat(buffers).extracting(DataBuffer::wasClosed).containsExactly(true, true, true);
    }

    @Test
    void closeFreesTheArraysOfATrainedGraph() {
        ComputationGraph graph = new GraphFactory(networks).create(PERCEPTRON, 1);
        graph.fit(new DataSet(Nd4j.ones(2, 4), Nd4j.eye(3).getRows(0, 1)));
        List<DataBuffer> buffers =
                buffers(graph.getLayer(0).getParam("W"), graph.getFlattenedGradients(), graph.updaterState());

        graph.close();

        assertThat(buffers).extracting(DataBuffer::wasClosed).containsExactly(true, true, true);
    }

    @Test
    void closeFreesANetworkThatWasNotTrained() {
        MultiLayerNetwork network = networks.create(PERCEPTRON, 1);
        List<DataBuffer> buffers = buffers(network.getLayer(0).getParam("W"));

        network.close();

        assertThat(buffers).extracting(DataBuffer::wasClosed).containsExactly(true);
    }

    @Test
    void closeFreesTheWorkspacesOfTheThread() {
        MultiLayerNetwork network = networks.create(PERCEPTRON, 1);
        network.fit(new DataSet(Nd4j.ones(2, 4), Nd4j.eye(3).getRows(0, 1)));
        assertThat(Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread())
                .isNotEmpty();

        network.close();

        assertThat(Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread())
                .isEmpty();
    }

    @Test
    void closeStartsNoGarbageCollections() {
        List<MultiLayerNetwork> created =
                Stream.generate(() -> networks.create(PERCEPTRON, 1)).limit(100).toList();
        long before = collections();

        created.forEach(MultiLayerNetwork::close);

        // DL4J's own close starts 200. Others may start a few in this time, as ND4J does every five seconds.
        assertThat(collections() - before).isLessThan(50);
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private static List<DataBuffer> buffers(INDArray... arrays) {
        return Stream.of(arrays)
                .map(array -> array.data().originalDataBuffer() == null
                        ? array.data()
                        : array.data().originalDataBuffer())
                .toList();
    }
}
