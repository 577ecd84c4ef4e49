package org.dlcourse.report;

/**
 * An error in the handout or in its published solution, which a requirement proves.
 *
 * @param says what the handout or the solution says, in a sentence
 * @param proof what is right and what proves it, in a sentence with its number
 */
record Erratum(String says, String proof) {
    /** Above each on its requirement's page. */
    static final String HEADING = "Error in the handout or its published solution";
}
