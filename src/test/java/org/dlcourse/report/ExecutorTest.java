package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExecutorTest {
    @Test
    void runOnGithubIsNamedWithItsAddress() {
        Executor executor = Executor.of(
                Map.of(
                        "GITHUB_ACTIONS", "true",
                        "GITHUB_SERVER_URL", "https://github.example",
                        "GITHUB_REPOSITORY", "school/course",
                        "GITHUB_WORKFLOW", "tests",
                        "GITHUB_RUN_NUMBER", "7",
                        "GITHUB_RUN_ID", "1234"),
                3);

        assertThat(executor)
                .isEqualTo(new Executor(
                        "GitHub Actions",
                        "github",
                        "https://github.example/school/course",
                        7L,
                        "tests #7",
                        "https://github.example/school/course/actions/runs/1234"));
    }

    @Test
    void runOnGitlabIsNamedWithItsAddressAndNotWithItsToken() {
        Executor executor = Executor.of(
                Map.of(
                        "GITLAB_CI", "true",
                        "CI_PROJECT_URL", "https://user:secret@gitlab.example/school/course",
                        "CI_REPOSITORY_URL", "https://gitlab-ci-token:secret@gitlab.example/school/course.git",
                        "CI_JOB_TOKEN", "secret",
                        "GITLAB_USER_NAME", "A. Student",
                        "CI_JOB_NAME", "tests",
                        "CI_PIPELINE_IID", "8",
                        "CI_JOB_URL", "https://gitlab.example/school/course/-/jobs/99"),
                3);

        assertThat(executor)
                .isEqualTo(new Executor(
                        "GitLab CI",
                        "gitlab",
                        "https://***@gitlab.example/school/course",
                        8L,
                        "tests #8",
                        "https://gitlab.example/school/course/-/jobs/99"));
    }

    @Test
    void runElsewhereHasItsNumberAndNamesNeitherMachineNorUser() {
        assertThat(Executor.of(Map.of("USER", "student", "HOSTNAME", "laptop", "CI_JOB_NAME", "x"), 3))
                .isEqualTo(new Executor("Maven", "maven", null, 3L, "local run #3", null));
    }
}
