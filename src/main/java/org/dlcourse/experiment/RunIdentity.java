package org.dlcourse.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.dlcourse.backend.Backend;
import org.dlcourse.util.Sha256;

/**
 * What determines the bits of a run beside its request and data: the code and the backend.
 *
 * @param code version of the engine's code
 * @param backend what computes
 */
public record RunIdentity(CodeVersion code, Backend backend) {
    /** The version of the code that determines this run: with a course's own, where its plan uses any. */
    public CodeVersion code(RunRequest request) {
        return code.with(request.plan().classesOfTheCourse());
    }

    /** The key under which a run is kept: a SHA-256 over plan, seed, data digest, code version and backend. */
    public String key(RunRequest request, String dataSha256) {
        try {
            return new Sha256()
                    .add(Json.MAPPER.writeValueAsString(request.plan()))
                    .add(Long.toString(request.seed()))
                    .add(dataSha256)
                    .add(code(request).sha256())
                    .add(backend.identity())
                    .hex();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan is plain data", e);
        }
    }
}
