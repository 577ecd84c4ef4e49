package org.dlcourse.grading.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.grading.worker.Wire.Message;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One call of a method of a student's class, on a new object of freshly loaded code, in a time limit.
 *
 * @param code of the student
 * @param className of the implementation that was found; null if none was
 * @param request names the exercise and its method, and holds the arguments
 */
record Call(StudentCode code, String className, Message request) {
    private static final int LONGEST_MESSAGE = 2000;

    Message answer() throws IOException {
        if (className == null) {
            return JavaWorker.said("refused", "what", "A call came before what it calls was found.");
        }
        try (URLClassLoader loader = code.loader()) {
            Outcome outcome = new Outcome(loader);
            Thread thread = new Thread(null, outcome, "student's code");
            thread.setDaemon(true);
            thread.start();
            long seconds = request.header().path("seconds").asLong();
            thread.join(seconds * 1000);
            return thread.isAlive() ? timeOut(thread, loader, seconds) : outcome.message;
        } catch (InterruptedException e) {
            throw new IOException("The worker was interrupted.", e);
        }
    }

    private Message timeOut(Thread thread, ClassLoader loader, long seconds) {
        Message message = JavaWorker.said("time_out", "what", "It did not end.");
        // Nothing stops a thread, so the worker ends after this answer.
        message.header().put("ended", true).put("seconds", seconds);
        place(thread.getStackTrace(), loader, message.header());
        return message;
    }

    /** Runs the call in a thread of its own. */
    private final class Outcome implements Runnable {
        private final ClassLoader loader;
        private Message message;

        Outcome(ClassLoader loader) {
            this.loader = loader;
        }

        @Override
        public void run() {
            try {
                message = result();
            } catch (InvocationTargetException e) {
                message = failed(e.getCause());
            } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
                message = failed(e);
            } catch (ReflectiveOperationException | RuntimeException e) {
                message = failed(e);
            }
        }

        private Message result() throws ReflectiveOperationException {
            Class<?> exercise = Class.forName(request.header().path("exercise").asText());
            Class<?> student = Class.forName(className, true, loader);
            Method method = method(exercise);
            Values given = new Values(request.arrays(), Nd4j::createNpyFromByteArray);
            Type[] types = method.getGenericParameterTypes();
            JsonNode arguments = request.header().path("arguments");
            Object[] values = new Object[types.length];
            for (int i = 0; i < types.length; i++) {
                values[i] = given.read(arguments.path(i), types[i]);
            }
            Object result = method.invoke(made(student), values);
            if (result == null) {
                return JavaWorker.said("not_implemented", "what", method.getName() + " returns null.");
            }
            Values written = Values.toWrite();
            Message answer = new Message(
                    JavaWorker.said("result", "method", method.getName()).header(), written.arrays());
            answer.header().set("value", written.written(result));
            return answer;
        }

        private Method method(Class<?> exercise) throws NoSuchMethodException {
            String name = request.header().path("method").asText();
            return Stream.of(exercise.getMethods())
                    .filter(one -> one.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchMethodException(exercise.getName() + "." + name));
        }

        private Message failed(Throwable error) {
            // A list that cannot be changed throws it too, from a class of the library.
            boolean isUnfinished = error instanceof UnsupportedOperationException
                    && error.getStackTrace().length > 0
                    && isStudents(error.getStackTrace()[0].getClassName(), loader);
            String text = Optional.ofNullable(error.getMessage()).orElse("");
            String shown = text.substring(0, Math.min(text.length(), LONGEST_MESSAGE));
            Message answer;
            if (error instanceof OutOfMemoryError) {
                answer = JavaWorker.said("out_of_memory", "what", shown);
                answer.header().put("ended", true);
            } else {
                answer = JavaWorker.said(
                        isUnfinished ? "not_implemented" : "exception", isUnfinished ? "what" : "message", shown);
                if (!isUnfinished) {
                    answer.header().put("class", error.getClass().getSimpleName());
                }
            }
            place(error.getStackTrace(), loader, answer.header());
            return answer;
        }
    }

    private static Object made(Class<?> student) throws ReflectiveOperationException {
        try {
            Constructor<?> constructor = student.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new InvocationTargetException(
                    new IllegalArgumentException(
                            student.getName()
                                    + " has no constructor without arguments; expected one, by which an object is made for each call."));
        }
    }

    /** The first line of the student's in a stack. */
    private void place(StackTraceElement[] stack, ClassLoader loader, ObjectNode header) {
        Arrays.stream(stack)
                .filter(element -> isStudents(element.getClassName(), loader) && element.getFileName() != null)
                .findFirst()
                .ifPresent(element -> header.put("file", code.sourceOf(element.getClassName(), element.getFileName()))
                        .put("line", element.getLineNumber()));
    }

    private static boolean isStudents(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader).getClassLoader() == loader;
        } catch (ClassNotFoundException | LinkageError e) {
            // A class without a name of its own in this loader is none of the student's.
            return false;
        }
    }
}
