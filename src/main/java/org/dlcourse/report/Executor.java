package org.dlcourse.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.dlcourse.settings.Secrets;

/**
 * Who ran the tests, as Allure shows it on the report's overview.
 *
 * @param name of the system
 * @param type by which Allure picks an icon
 * @param url of the project; null where the system has none, as the rest
 * @param buildOrder number of the run, by which the trend names it
 * @param buildName of the run
 * @param buildUrl of the run
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Executor(String name, String type, String url, Long buildOrder, String buildName, String buildUrl) {
    /**
     * As the variables of GitHub and GitLab say. Others are not read, such as GitLab's address with a token in it.
     *
     * @param number of the run, where nothing else numbers it
     */
    static Executor of(Map<String, String> environment, long number) {
        Variables variables = name -> environment.getOrDefault(name, "");
        if (variables.of("GITHUB_ACTIONS").equals("true")) {
            return github(variables);
        }
        return variables.of("GITLAB_CI").equals("true")
                ? gitlab(variables)
                : new Executor("Maven", "maven", null, number, "local run #" + number, null);
    }

    /** Empty for one that is not set. */
    private interface Variables {
        String of(String name);
    }

    private static Executor github(Variables variables) {
        String project = variables.of("GITHUB_SERVER_URL") + "/" + variables.of("GITHUB_REPOSITORY");
        String number = variables.of("GITHUB_RUN_NUMBER");
        return new Executor(
                "GitHub Actions",
                "github",
                Secrets.masked(project),
                number(number),
                variables.of("GITHUB_WORKFLOW") + " #" + number,
                Secrets.masked(project + "/actions/runs/" + variables.of("GITHUB_RUN_ID")));
    }

    private static Executor gitlab(Variables variables) {
        String number = variables.of("CI_PIPELINE_IID");
        return new Executor(
                "GitLab CI",
                "gitlab",
                Secrets.masked(variables.of("CI_PROJECT_URL")),
                number(number),
                variables.of("CI_JOB_NAME") + " #" + number,
                Secrets.masked(variables.of("CI_JOB_URL")));
    }

    private static Long number(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
