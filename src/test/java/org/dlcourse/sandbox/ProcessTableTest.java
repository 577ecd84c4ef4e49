package org.dlcourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessTableTest {
    @Test
    void statusHasWhatIsNeeded() {
        ProcessTable.Entry entry = ProcessTable.parsed("""
                Name:\tUid: 0\\nPid: 1
                State:\tS (sleeping)
                Tgid:\t812
                Pid:\t812
                PPid:\t800
                Uid:\t58004\t58004\t58004\t58004
                NSsid:\t790\t3
                VmRSS:\t    9000 kB
                RssAnon:\t    3000 kB
                RssFile:\t    5000 kB
                RssShmem:\t    1000 kB
                """);

        assertThat(entry).isEqualTo(new ProcessTable.Entry(812, 800, 790, 58004, 4000 * 1024, false));
    }

    @Test
    void processThatHasEndedIsTold() {
        assertThat(ProcessTable.parsed("Pid:\t5\nState:\tZ (zombie)\n").ended()).isTrue();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux lists processes as files")
    void thisProcessIsListedWithItsParent() {
        long own = ProcessHandle.current().pid();

        assertThat(ProcessTable.now().processes())
                .filteredOn(entry -> entry.pid() == own)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.parent())
                            .isEqualTo(ProcessHandle.current()
                                    .parent()
                                    .orElseThrow()
                                    .pid());
                    assertThat(entry.user()).isEqualTo(ProcessTable.ownUser());
                    assertThat(entry.memoryBytes()).isGreaterThan(10 << 20);
                });
    }
}
