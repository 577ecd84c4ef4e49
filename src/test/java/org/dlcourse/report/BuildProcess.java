package org.dlcourse.report;

/** Stands for Maven's process: asks for the final message as the build does, and prints something itself at the end. */
final class BuildProcess {
    private BuildProcess() {}

    @SuppressWarnings({"deprecation", "removal"})
    public static void main(String[] arguments) throws Exception {
        // As the plugin does that calls a main class within Maven's process.
        ThreadGroup ownGroup = new ThreadGroup("main class");
        Thread thread = new Thread(ownGroup, () -> arrange(arguments[0]));
        thread.start();
        thread.join();
        ownGroup.destroy();
        for (int i = 1; i < arguments.length; i++) {
            FinalMessage.write(arguments[i]);
        }
        System.out.println("[ERROR] [Help 1]");
    }

    private static void arrange(String file) {
        try {
            FinalMessage.main(new String[] {file});
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
