#!/usr/bin/env python3
"""figlint as the worker of other engines: Apache Spark and GNU parallel give the verdicts of a single run.

    Tests/Interop/engines.py FIGLINT [--figures N] [--partitions N]

Runs what is there: Spark where `import pyspark` works and there is a Java, GNU parallel where `parallel` is one. The Spark run has
two workers, of which one is killed midway: nothing may be lost or come twice. Exit 0 when all agree, 77 when nothing is there.
"""
import argparse, json, os, random, shutil, signal, subprocess, sys, tempfile, threading, time


def write_figures(path, count):
    """A figure on each line; every tenth has a mistake or two."""
    pick = random.Random(2026)
    with open(path, "w") as out:
        for n in range(count):
            trace = {"type": pick.choice(["scatter", "bar", "box"]), "y": [pick.random() for _ in range(pick.randint(1, 60))]}
            figure = {"data": [trace], "layout": {"title": {"text": f"figure {n}"}}}
            if n % 10 == 3:
                trace["colour"] = "red"
            if n % 20 == 13:
                figure["layout"]["width"] = "wide"
            out.write(json.dumps(figure) + "\n")


def verdict(answer):
    """What an answer says, apart from the number of its line, which counts in the piece that the worker got."""
    answer = json.loads(answer)
    return answer["ok"], tuple((f["rule"], f["pointer"], f["column"], f["message"]) for f in answer["findings"])


def processor_seconds():
    times = os.times()
    return times.children_user + times.children_system


def single_run(figlint, path):
    start, before = time.time(), processor_seconds()
    done = subprocess.run([figlint, "check", "--no-config", "--as", "lines", "--jobs", "1", "--fail-on", "never", path], stdout=subprocess.PIPE, check=True)
    print(f"single run, one core: {time.time() - start:.2f} s, {processor_seconds() - before:.2f} s of a processor")
    return [verdict(line) for line in done.stdout.splitlines()]


def startup(figlint):
    start = time.time()
    for _ in range(100):
        subprocess.run([figlint, "check", "--no-config", "--as", "lines", "--jobs", "1", "-"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    print(f"start of a worker: {(time.time() - start) * 10:.2f} ms, with what Python needs to start a process")


def compare(name, got, wanted):
    if got == wanted:
        print(f"{name}: {len(got)} verdicts, all equal")
        return True
    first = next((n for n, pair in enumerate(zip(got, wanted)) if pair[0] != pair[1]), min(len(got), len(wanted)))
    print(f"{name}: {len(got)} verdicts for {len(wanted)} figures; they differ from figure {first} on")
    return False


def with_parallel(figlint, path, wanted):
    good = True
    for block in ("256k", "4M", "32M"):
        start = time.time()
        with open(path) as figures:
            done = subprocess.run(["parallel", "--will-cite", "--pipe", "--keep-order", "--block", block, figlint, "check", "--no-config", "--as", "lines", "--jobs", "1", "--fail-on", "never", "-"], stdin=figures, stdout=subprocess.PIPE, check=True)
        print(f"GNU parallel, blocks of {block}: {time.time() - start:.2f} s")
        good &= compare("GNU parallel", [verdict(line) for line in done.stdout.splitlines()], wanted)
    return good


def executors():
    """The processes of Spark's executors that this process started, by their ids."""
    parents, names = {}, {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat") as stat:
                parents[int(entry)] = int(stat.read().rsplit(")", 1)[1].split()[1])
            with open(f"/proc/{entry}/cmdline") as line:
                names[int(entry)] = line.read()
        except OSError:
            continue

    def is_ours(process):
        while process > 1:
            if process == os.getpid():
                return True
            process = parents.get(process, 0)
        return False

    return [p for p, name in names.items() if "CoarseGrainedExecutorBackend" in name and is_ours(p)]


def with_spark(figlint, path, wanted, partitions):
    from pyspark import SparkConf, SparkContext

    conf = SparkConf().setMaster("local-cluster[2,1,1024]").setAppName("figlint").set("spark.ui.enabled", "false")
    conf.set("spark.executor.memory", "700m").set("spark.driver.maxResultSize", "2g")
    with SparkContext(conf=conf) as spark:
        spark.setLogLevel("OFF")
        command = f"{figlint} check --no-config --as lines --jobs 1 --fail-on never -"

        def run(name):
            start = time.time()
            answers = spark.textFile(path, partitions).pipe(command, checkCode=True)
            got = [verdict(line) for line in answers.collect()]
            print(f"{name}: {time.time() - start:.2f} s, {answers.getNumPartitions()} partitions")
            return compare(name, got, wanted)

        good = run("Spark, first job") & run("Spark, second job")
        victims = executors()
        killed = []

        def kill():
            time.sleep(0.5)
            os.kill(victims[0], signal.SIGKILL)
            killed.append(victims[0])

        threading.Thread(target=kill).start()
        good &= run("Spark, a worker killed midway")
        if len(victims) != 2 or not killed:
            print(f"the cluster had {len(victims)} workers, and {len(killed)} were killed")
            good = False
    return good


def main():
    options = argparse.ArgumentParser()
    options.add_argument("figlint")
    options.add_argument("--figures", type=int, default=200_000)
    options.add_argument("--partitions", type=int, default=32)
    options = options.parse_args()
    figlint = os.path.realpath(options.figlint)
    try:
        import pyspark
        has_spark = shutil.which("java") is not None
    except ImportError:
        has_spark = False
    has_parallel = shutil.which("parallel") is not None
    if not has_spark and not has_parallel:
        print("neither pyspark with a Java nor GNU parallel is installed")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "figures.jsonl")
        write_figures(path, options.figures)
        print(f"{options.figures} figures, {os.path.getsize(path) / 1e6:.0f} MB, {os.cpu_count()} processors")
        wanted = single_run(figlint, path)
        if len(wanted) != options.figures:
            print(f"{len(wanted)} verdicts for {options.figures} figures")
            return 1
        startup(figlint)
        good = True
        if has_parallel:
            good &= with_parallel(figlint, path, wanted)
        if has_spark:
            good &= with_spark(figlint, path, wanted, options.partitions)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
