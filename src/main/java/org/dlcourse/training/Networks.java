package org.dlcourse.training;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The implementations of networks: this project's own, and those that are found on the class path. */
final class Networks {
    private static final List<NetworkProvider> BUILT_IN =
            List.of(new Dl4jNetwork.Provider(), new OperationNetwork.Provider());

    private Networks() {}

    /**
     * The network of a plan, made by the implementation that it names.
     *
     * @throws IllegalArgumentException if there is none of this name, several, or one that cannot do what the plan asks for
     */
    static TrainableNetwork create(TrainingPlan plan, long seed) {
        List<NetworkProvider> providers = providers()
                .filter(provider -> provider.implementation().equals(plan.implementation()))
                .toList();
        if (providers.size() != 1) {
            throw new IllegalArgumentException("The implementation " + plan.implementation()
                    + " of networks is provided "
                    + providers.size() + " times; expected once. Known: "
                    + providers()
                            .map(provider -> provider.implementation().name())
                            .collect(Collectors.joining(", "))
                    + ". One of a course's own is named in META-INF/services/" + NetworkProvider.class.getName() + ".");
        }
        return providers.get(0).create(plan, seed);
    }

    /** The class that makes networks of this implementation, if it is not this project's own. */
    static Optional<Class<?>> providerOfTheCourse(Implementation implementation) {
        if (BUILT_IN.stream().anyMatch(provider -> provider.implementation().equals(implementation))) {
            return Optional.empty();
        }
        return found().filter(provider -> provider.implementation().equals(implementation))
                .findFirst()
                .map(Object::getClass);
    }

    private static Stream<NetworkProvider> providers() {
        return Stream.concat(BUILT_IN.stream(), found());
    }

    private static Stream<NetworkProvider> found() {
        return ServiceLoader.load(NetworkProvider.class, Networks.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get);
    }
}
