package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.dlcourse.backend.Backend;
import org.dlcourse.backend.LaunchSettings;
import org.dlcourse.experiment.ChosenRuns;
import org.dlcourse.experiment.CodeVersion;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.GitCommit;
import org.dlcourse.experiment.Json;
import org.dlcourse.experiment.Machine;
import org.dlcourse.grading.Submission;
import org.dlcourse.reference.Recordings;
import org.dlcourse.reference.RepeatsComparison;
import org.dlcourse.sandbox.SandboxChoice;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.EngineSettings;

/** What all requirements of one test session share; at its end it writes the report's environment. */
final class CourseSession implements AutoCloseable {
    private final CourseSettings settings = CourseSettings.ofProcess();
    private final RequirementCatalogue catalogue = RequirementCatalogue.ofClassPath();
    private final Set<String> data = new ConcurrentSkipListSet<>();
    /** Made when first asked for: what needs no training runs without. */
    private Experiments experiments;
    /** Why there are none: what failed once, such as a cluster that does not answer, is not tried by every test. */
    private IllegalStateException noExperiments;
    /** Made when first asked for, too. */
    private Optional<Submission> submission;
    /** Likewise. */
    private AnswerSheet answers;

    private final Set<String> toBeMarked = new ConcurrentSkipListSet<>();

    CourseSettings settings() {
        return settings;
    }

    synchronized Experiments experiments() {
        if (noExperiments != null) {
            throw new IllegalStateException(noExperiments.getMessage(), noExperiments);
        }
        if (experiments == null) {
            try {
                experiments = Optional.ofNullable(System.getProperty(Retraining.FOLDER))
                        .map(folder -> trainingAgain(Path.of(folder)))
                        .orElseGet(() -> Experiments.with(settings));
            } catch (IllegalStateException e) {
                noExperiments = e;
                throw e;
            }
        }
        return experiments;
    }

    private Experiments trainingAgain(Path folder) {
        try {
            byte[] chosen = Files.readAllBytes(folder.resolve(ChosenRuns.FILE));
            return Experiments.with(settings).trainingAgain(Json.read(chosen, ChosenRuns.class), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The runs that are to be trained again cannot be read in " + folder + ".", e);
        }
    }

    /** What trains in place of this process: a cluster's executors, in words. */
    synchronized Optional<String> cluster() {
        return Optional.ofNullable(experiments).flatMap(Experiments::cluster);
    }

    /** A student's work, if some was handed in. */
    synchronized Optional<Submission> submission() {
        if (submission == null) {
            submission = settings.submission()
                    .map(folder -> new Submission(folder, () -> SandboxChoice.of(settings.isolation())));
        }
        return submission;
    }

    /** The answers that were handed in; without a submission none. */
    synchronized AnswerSheet answers() {
        if (answers == null) {
            Marks marks = settings.marks()
                    .filter(Files::exists)
                    .map(file -> Marks.ofFile(file, catalogue))
                    .orElse(Marks.none());
            answers = submission()
                    .map(one -> AnswerSheet.of(one, marks, catalogue))
                    .orElseGet(AnswerSheet::empty);
        }
        return answers;
    }

    /** Remembers that a person has to mark the answer to a requirement. */
    void toBeMarked(String id) {
        toBeMarked.add(id);
    }

    private void writeTemplate(Path file) {
        List<RequirementCatalogue.Entry> entries = catalogue.places().stream()
                .map(RequirementCatalogue.Place::entry)
                .filter(entry -> toBeMarked.contains(entry.id()))
                .toList();
        if (!entries.isEmpty() && Files.notExists(file)) {
            Marks.writeTemplate(file, entries);
        }
    }

    RequirementCatalogue catalogue() {
        return catalogue;
    }

    /**
     * What a requirement's page shows of its recording, if there is one and no submission is judged.
     *
     * @param runs keys of the runs that the requirement rests on here
     */
    Optional<RecordedPage> recorded(String id, Set<String> runs) {
        if (settings.submission().isPresent()) {
            return Optional.empty();
        }
        return new Recordings(settings.reference()).find(id).map(recording -> {
            boolean sameScale =
                    recording.origin().scale().equals(settings.scale().toString());
            return new RecordedPage(
                    recording,
                    Optional.of(runs)
                            .filter(keys -> sameScale && !keys.isEmpty())
                            .map(keys -> RepeatsComparison.of(
                                    recording, experiments().runs(keys))));
        });
    }

    /** Records a requirement that passed, if that is asked for and it rests on runs. */
    void record(RequirementCatalogue.Entry entry, Evidence evidence, Set<String> runs) {
        if (settings.record().isPresent() && !runs.isEmpty()) {
            new Recordings(settings.record().get())
                    .write(RequirementRecording.of(
                            entry, settings, evidence, experiments().runs(runs)));
        }
    }

    void sawData(Collection<String> descriptions) {
        data.addAll(descriptions);
    }

    @Override
    public void close() {
        if (submission != null) {
            submission.ifPresent(Submission::close);
        }
        settings.marks().ifPresent(this::writeTemplate);
        Backend backend = Backend.found();
        Machine machine = Machine.ofProcess();
        Map<String, String> environment = new LinkedHashMap<>();
        // The overview shows the first few without being asked for more.
        environment.put(EngineSettings.SCALE.property(), settings.scale().toString());
        int number = 1;
        for (String description : data) {
            environment.put("data." + number++, description);
        }
        environment.put("convolution.helper", backend.convolutionHelper());
        environment.put(
                "images.classified",
                backend.vectorLanes() > 0 ? "on vectors of " + backend.vectorLanes() + " floats" : "by operations");
        environment.put("commit", GitCommit.of(Path.of("")));
        environment.put("backend", backend.name() + " " + backend.version() + ", " + backend.nativeBuild());
        if (backend.onGpu()) {
            environment.put("gpu", backend.devices());
            environment.put(
                    "gpu.workers",
                    "one per device, " + backend.gpus().size() + " in all; course.workers counts on a CPU alone");
        }
        cluster().ifPresent(executors -> environment.put("trained.on", executors));
        environment.put("threads.per.operation", Integer.toString(backend.threadsPerOperation()));
        environment.put("processor", machine.processor() + ", " + machine.cores() + " cores");
        environment.put("system", machine.system());
        environment.put("java", machine.java());
        environment.put(
                "training.code", "SHA-256 " + CodeVersion.ofProcess().sha256().substring(0, 12));
        LaunchSettings.ofProcess().inWords().ifPresent(lacking -> environment.put("started.without", lacking));
        settings.asMap().forEach(environment::putIfAbsent);
        AllureResults.ofProcess().addToEnvironment(environment);
    }
}
