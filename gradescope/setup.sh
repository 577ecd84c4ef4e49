#!/usr/bin/env bash
# Prepares the machine that Gradescope makes of the autograder: a JDK (students' code in Java is compiled), Python with NumPy, and what
# takes rights away from students' code. Gradescope runs it once, as root; run_autograder runs in copies of what it leaves.
set -euo pipefail
source=$(cd "$(dirname "$0")" && pwd)
packages=(openjdk-17-jdk-headless python3 python3-numpy util-linux)
if ! dpkg --status "${packages[@]}" > /dev/null 2>&1; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${packages[@]}"
fi
for tool in java javac python3 setsid setpriv prlimit; do
  if ! command -v "$tool" > /dev/null; then
    echo "There is no $tool after ${packages[*]} were installed. Expected Debian 12, Ubuntu 22.04, or later; choose such an image." >&2
    exit 1
  fi
done
# No account is made for students' code: each of its processes gets a user's number from 58000 to 58999, which nobody else has.
if [[ -d $source/grade ]]; then
  # An empty submission is graded once: what is wrong shows now, and native libraries lie unpacked for all submissions.
  empty=$(mktemp -d)
  trap 'rm -rf "$empty"' EXIT
  mkdir "$empty/submission" "$empty/results"
  SUBMISSION=$empty/submission RESULTS=$empty/results bash "$source/run_autograder"
fi
