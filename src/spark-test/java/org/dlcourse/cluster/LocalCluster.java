package org.dlcourse.cluster;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;
import org.apache.spark.launcher.JavaModuleOptions;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.kit.RunningProcess;
import org.dlcourse.util.JavaProcess;

/** A standalone cluster on this machine, of the jars that Maven has: a master and workers, each a process, on loopback alone. */
final class LocalCluster {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String HOME = "SPARK_HOME";
    private static final String EXECUTOR = "org.apache.spark.executor.CoarseGrainedExecutorBackend";

    private final Path home;
    private final int port;
    private final List<RunningProcess> workers = new ArrayList<>();
    private RunningProcess master;

    private LocalCluster(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /**
     * Starts a cluster.
     *
     * @param home gets Spark's folder; its jars are those of Spark alone, so that what trains must be sent
     * @param workers number of its workers, each with a core
     */
    static LocalCluster start(Path home, int workers) throws IOException {
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String entry : JavaProcess.of("").classPath().split(File.pathSeparator)) {
            if (entry.endsWith(".jar") && !entry.matches(".*[/\\\\](nd4j|deeplearning4j|bytedeco)[/\\\\].*")) {
                Path jar = Path.of(entry);
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
        LocalCluster cluster = new LocalCluster(home, freePort());
        cluster.startMaster();
        for (int i = 0; i < workers; i++) {
            cluster.startWorker();
        }
        return cluster;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return "spark://" + LOOPBACK + ":" + port;
    }

    void startMaster() throws IOException {
        master = process(Master.class, "--host", LOOPBACK, "--port", Integer.toString(port), "--webui-port", "0")
                .withOptions(
                        "-Dspark.deploy.recoveryMode=FILESYSTEM",
                        "-Dspark.deploy.recoveryDirectory=" + home.resolve("state"))
                .startIn(home);
    }

    void startWorker() throws IOException {
        workers.add(process(
                        Worker.class,
                        "--host",
                        LOOPBACK,
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--webui-port",
                        "0",
                        "--work-dir",
                        home.resolve("work" + workers.size()).toString(),
                        address())
                .startIn(home));
    }

    private ChildProcess process(Class<?> main, String... arguments) {
        return ChildProcess.of(main, arguments)
                .withClassPath(home.resolve("jars").toString() + "/*")
                .withOptions(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()))
                .withVariable(HOME, home.toString())
                .withVariable("SPARK_SCALA_VERSION", "2.13")
                .withVariable("SPARK_LOCAL_IP", LOOPBACK)
                .withVariable("JAVA_HOME", System.getProperty("java.home"));
    }

    /** A program that trains on this cluster, of one core and 1 GB an executor. */
    ChildProcess driver(Class<?> main, String... arguments) {
        return ChildProcess.of(main, arguments)
                .withOptions(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()))
                .withOptions(
                        "-D" + ShippedCode.PROPERTY + "=" + System.getProperty(ShippedCode.PROPERTY),
                        "-Dcourse.cluster=" + address(),
                        "-Dspark.driver.host=" + LOOPBACK,
                        "-Dspark.driver.bindAddress=" + LOOPBACK,
                        "-Dspark.executor.heartbeatInterval=1s");
    }

    /**
     * A program that starts a cluster of its own, of two executors as above.
     *
     * @param spark Spark's folder; empty for none
     */
    ChildProcess driverOfItsOwn(String spark, Class<?> main, String... arguments) {
        return driver(main, arguments)
                .withOptions("-Dcourse.cluster=local-cluster[2,1,1024]")
                .withVariable(HOME, spark)
                .withVariable("SPARK_LOCAL_IP", LOOPBACK);
    }

    /** Spark's folder, with its jars. */
    String home() {
        return home.toString();
    }

    void killMaster() throws InterruptedException {
        master.kill();
    }

    void killWorker(int number) throws InterruptedException {
        workers.get(number).kill();
    }

    /** The processes of executors, of whatever driver. */
    List<ProcessHandle> executors() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(EXECUTOR) && line.contains(home.toString()))
                        .isPresent())
                .toList();
    }

    /** Ends all processes. */
    void close() throws InterruptedException, IOException {
        executors().forEach(ProcessHandle::destroyForcibly);
        for (RunningProcess worker : workers) {
            worker.kill();
        }
        master.kill();
        // JUnit warns of each link that it would remove.
        try (Stream<Path> links = Files.list(home.resolve("jars"))) {
            for (Path link : links.toList()) {
                Files.delete(link);
            }
        }
    }
}
