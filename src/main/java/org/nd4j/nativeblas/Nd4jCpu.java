package org.nd4j.nativeblas;

/**
 * Answers the question that DL4J's oneDNN helpers ask before they switch on.
 *
 * <p>{@code BaseMKLDNNHelper} looks up {@code org.nd4j.nativeblas.Nd4jCpu$Environment} by reflection and asks it whether
 * oneDNN may be used. ND4J 1.0.0-M2.1 moved that class to another package, so the look-up fails, every helper stays off
 * and convolutions train at a thirtieth of their speed. This class stands where DL4J looks.
 */
public final class Nd4jCpu {
    private Nd4jCpu() {}

    /** The part of the native environment that DL4J's helpers read. */
    public static final class Environment {
        private static final Environment INSTANCE = new Environment();

        private Environment() {}

        public static Environment getInstance() {
            return INSTANCE;
        }

        /** Whether the native library was built with oneDNN, as it says itself. */
        public boolean isUseMKLDNN() {
            return NativeOpsHolder.getInstance()
                    .getDeviceNativeOps()
                    .buildInfo()
                    .contains("HAVE_ONEDNN");
        }
    }
}
