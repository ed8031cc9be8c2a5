//! Rebuilds the program when a file is added to or removed from a folder of `data/` that is compiled in.

fn main() {
    for folder in ["catalogue", "corrections", "layouts", "reference", "reviews", "rules"] {
        println!("cargo::rerun-if-changed=data/{folder}");
    }
}
