/** Many runs: spread over cores, kept on disk, resumed, with provenance and statistics. */
package org.dlcourse.experiment;
