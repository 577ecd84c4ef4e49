package org.dlcourse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dlcourse.experiment.Json;
import org.dlcourse.experiment.Run;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterIT {
    private Path folder;
    private LocalCluster cluster;

    @BeforeAll
    void start(@TempDir Path shared) throws Exception {
        folder = shared;
        cluster = LocalCluster.start(folder.resolve("spark"), 2);
    }

    @AfterAll
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void gridOnTwoExecutorsHasTheBitsOfThreads() throws Exception {
        ClusterGrid grid = new ClusterGrid(8, 2);
        Path results = folder.resolve("cluster");
        RunningProcess driver = cluster.driver(ClusterGrid.class, "8", "2")
                .withOptions("-Dcourse.results=" + results)
                .startIn(folder);

        assertThat(driver.await()).as(driver.output()).isZero();

        System.out.println(driver.output());
        List<Run> onCluster = grid.inThreads(results.toString());
        List<Run> inThreads = grid.inThreads(folder.resolve("threads").toString());
        for (int i = 0; i < inThreads.size(); i++) {
            assertThat(Json.write(onCluster.get(i).result()))
                    .isEqualTo(Json.write(inThreads.get(i).result()));
        }
    }
}
