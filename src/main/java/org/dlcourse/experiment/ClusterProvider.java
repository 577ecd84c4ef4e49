package org.dlcourse.experiment;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.EngineSettings;
import org.dlcourse.settings.SettingsException;

/** Connects to a cluster that trains networks; found by {@link ServiceLoader}, so that nothing here knows whose cluster it is. */
public interface ClusterProvider {
    /**
     * Connects, and waits until a machine of the cluster is ready.
     *
     * @param master the cluster's address, as the setting {@code course.cluster} has it
     * @return an executor that stays connected until this process ends
     * @throws IllegalStateException if the cluster does not answer or gives no machine
     */
    RunExecutor connect(String master);

    /**
     * The one on the class path.
     *
     * @throws SettingsException if there is none
     */
    static ClusterProvider ofClassPath() {
        try {
            return ServiceLoader.load(ClusterProvider.class).findFirst().orElseThrow(ClusterProvider::missing);
        } catch (ServiceConfigurationError e) {
            // A build with -Pspark was here before, and left the provider's name without its class.
            throw missing();
        }
    }

    private static SettingsException missing() {
        return new SettingsException("The setting " + EngineSettings.CLUSTER.property()
                + " names a cluster, and nothing on the class path can use one. Add -Pspark, or leave the setting out to train in"
                + " threads of this machine.");
    }

    /**
     * Passes unless the settings name a cluster that this class path cannot use.
     *
     * @throws SettingsException if they do
     */
    static void requireFor(CourseSettings settings) {
        settings.cluster().ifPresent(master -> ofClassPath());
    }
}
